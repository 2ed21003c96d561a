// SPDX-License-Identifier: MIT
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { InfoPage } from './InfoPage.tsx'

export default function Help() {
  const { phone, email } = usePageFrame().tenant
  return (
    <InfoPage
      title={m.info_help_title()}
      sections={[
        [m.info_help_1_title(), m.info_help_1()],
        [m.info_help_2_title(), m.info_help_2()],
        [m.info_help_3_title(), m.info_help_3()],
        [m.info_help_4_title(), m.info_help_4({ phone, email })],
      ]}
    />
  )
}
