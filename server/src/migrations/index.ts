// SPDX-License-Identifier: MIT
import type { Migrations } from '../platform/db/migrate.ts'
import * as schemas from './0001-schemas.ts'
import * as registry from './0002-registry.ts'
import * as accounts from './0003-accounts.ts'
import * as links from './0004-links.ts'
import * as flows from './0005-flows.ts'
import * as notifications from './0006-notifications.ts'
import * as exchange from './0007-exchange.ts'
import * as drafts from './0008-drafts.ts'
import * as webhooks from './0009-webhooks.ts'
import * as api from './0010-api.ts'
import * as streets from './0011-streets.ts'
import * as adjustments from './0012-adjustments.ts'
import * as resumableDrafts from './0014-resumable-drafts.ts'
import * as searchStems from './0015-search-stems.ts'
import * as outboxChannels from './0013-outbox-channels.ts'
import * as clocks from './0016-clocks.ts'
import * as tallies from './0018-tallies.ts'
import * as linkMailboxes from './0019-link-mailboxes.ts'
import * as bulk from './0020-bulk.ts'
import * as savedViews from './0021-saved-views.ts'
import * as thumbnails from './0022-thumbnails.ts'
import * as filedFor from './0023-filed-for.ts'
import * as briefJobs from './0030-brief-jobs.ts'
import * as secondFactors from './0031-second-factors.ts'
import * as actingInBulk from './0032-acting-in-bulk.ts'
import * as identityProviders from './0034-identity-providers.ts'
import * as changeRequests from './0036-change-requests.ts'
import * as sensitiveReads from './0037-sensitive-reads.ts'
import * as fourEyes from './0038-four-eyes.ts'
import * as profiles from './0039-profiles.ts'
import * as quickerSearchStems from './0040-quicker-search-stems.ts'

/**
 * Every migration, in order of application. A module adds its file (`00NN-what-it-makes.ts`, which exports
 * `up`) and one line here; a migration that was released is never changed.
 */
export const migrations: Migrations = {
  '0001-schemas': schemas,
  '0002-registry': registry,
  '0003-accounts': accounts,
  '0004-links': links,
  '0005-flows': flows,
  '0006-notifications': notifications,
  '0007-exchange': exchange,
  '0008-drafts': drafts,
  '0009-webhooks': webhooks,
  '0010-api': api,
  '0011-streets': streets,
  '0012-adjustments': adjustments,
  '0013-outbox-channels': outboxChannels,
  '0016-clocks': clocks,
  '0014-resumable-drafts': resumableDrafts,
  '0015-search-stems': searchStems,
  '0018-tallies': tallies,
  '0019-link-mailboxes': linkMailboxes,
  '0020-bulk': bulk,
  '0021-saved-views': savedViews,
  '0022-thumbnails': thumbnails,
  '0023-filed-for': filedFor,
  '0030-brief-jobs': briefJobs,
  '0031-second-factors': secondFactors,
  '0032-acting-in-bulk': actingInBulk,
  '0034-identity-providers': identityProviders,
  '0036-change-requests': changeRequests,
  '0037-sensitive-reads': sensitiveReads,
  '0038-four-eyes': fourEyes,
  '0039-profiles': profiles,
  '0040-quicker-search-stems': quickerSearchStems,
}
