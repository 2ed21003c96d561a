// SPDX-License-Identifier: MIT
export { linkOverview, type OverviewEntry, sendFromOverview } from './link-overview.ts'
export { mailboxOfLink } from './links.queries.ts'
export { bearersOf, listLinks, type ListedLink, revokeLink, revokeLinks } from './manage-links.ts'
export { type MadeLink, makeLink, makeLinks, type NewLink, type NewLinkOn } from './make-link.ts'
export { type LinkActor, type OpenedLink, openLink, type RefusedLink, resumeLink } from './open-link.ts'
export { type LinkMail, renewLink, type SendLinkMail } from './renew-link.ts'
export { sendLinkAgain } from './send-link-again.ts'
