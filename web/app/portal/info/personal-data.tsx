// SPDX-License-Identifier: MIT
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { InfoPage } from './InfoPage.tsx'

export default function PersonalData() {
  const { email } = usePageFrame().tenant
  return (
    <InfoPage
      title={m.info_data_title()}
      sections={[
        [m.info_data_1_title(), m.info_data_1()],
        [m.info_data_2_title(), m.info_data_2()],
        [m.info_data_3_title(), m.info_data_3()],
        [m.info_data_4_title(), m.info_data_4({ email })],
      ]}
    />
  )
}
