// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { iconName, key, slug } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** A picture that is shipped beside the solution, and what it shows, for those who do not see it. */
export const helpPicture = z.strictObject({
  name: slug,
  shows: localizedText,
  /** Of a screen, 1280 by 800 pixels, or of a telephone, 390 by 780. */
  shape: z.enum(['screen', 'telephone']),
})

/** One thing that somebody does. Paragraphs of the body are separated by an empty line. */
export const helpSection = z.strictObject({
  title: localizedText,
  body: localizedText,
  picture: helpPicture.optional(),
  /** The screens it stands beside, of `screens`. */
  screens: z.array(z.string().min(1)).min(1).optional(),
})

/** What a public of the solution reads to do its part. */
export const helpPage = z.strictObject({
  title: localizedText,
  lead: localizedText,
  icon: iconName.optional(),
  /** The roles it is written for; everybody when absent. Everybody may read it. */
  roles: z.array(key).min(1).optional(),
  sections: z.array(helpSection).min(1),
  /** Lower comes first. */
  order: z.int().optional(),
})
export type HelpPage = z.infer<typeof helpPage>
export type HelpPart = HelpPage['sections'][number]
