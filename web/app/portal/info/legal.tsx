// SPDX-License-Identifier: MIT
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { InfoPage } from './InfoPage.tsx'

export default function Legal() {
  const { name, address, phone, email } = usePageFrame().tenant
  return (
    <InfoPage
      title={m.info_legal_title()}
      sections={[
        [m.info_legal_1_title(), m.info_legal_1({ name, address: address.join(', '), phone, email })],
        [m.info_legal_2_title(), m.info_legal_2()],
      ]}
    />
  )
}
