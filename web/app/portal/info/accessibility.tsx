// SPDX-License-Identifier: MIT
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { InfoPage } from './InfoPage.tsx'

/** True until somebody audits the site: no figure is shown that no audit gave. */
export default function Accessibility() {
  const { phone, email } = usePageFrame().tenant
  return (
    <InfoPage
      title={m.info_accessibility_title()}
      sections={[
        [m.info_accessibility_1_title(), m.info_accessibility_1()],
        [m.info_accessibility_2_title(), m.info_accessibility_2()],
        [m.info_accessibility_3_title(), m.info_accessibility_3({ phone, email })],
      ]}
    />
  )
}
