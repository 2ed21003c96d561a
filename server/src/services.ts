// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import { actingAs, type Context } from './platform/context.ts'
import * as accounts from './modules/accounts/index.ts'
import * as approvals from './modules/approvals/index.ts'
import { prepareBulk, startBulk, undoBulk, viewBulk } from './modules/bulk/index.ts'
import { listProcedures, sheetOf } from './modules/catalogue/index.ts'
import { listDashboards, openDashboard } from './modules/dashboards/index.ts'
import { entryClock, entryReceipt } from './modules/clocks/index.ts'
import {
  attachFile,
  depositFile,
  listEntryFiles,
  openAttachment,
  openThumbnail,
  removeFile,
  restoreFile,
} from './modules/documents/index.ts'
import {
  changeEntry,
  countEntries,
  createEntry,
  deleteEntry,
  entryGuide,
  entryHistory,
  listEntries,
  publicReason,
  takeTransition,
  viewEntry,
} from './modules/entries/index.ts'
import { explainAccess, explainChoices, listSensitiveReads, whoSees } from './modules/explanations/index.ts'
import * as filing from './modules/filing/index.ts'
import * as identityProviders from './modules/identity-providers/index.ts'
import { listRuns, replayRun, resumeRun } from './modules/flows/index.ts'
import {
  linkOverview,
  listLinks,
  type OpenedLink,
  openLink,
  renewLink,
  resumeLink,
  revokeLink,
  sendFromOverview,
  sendLinkAgain,
} from './modules/links/index.ts'
import { addNote, listMessages, listNotes, noteChoices, postMessage } from './modules/messages/index.ts'
import {
  listMails,
  listNotifications,
  markRead,
  resendMail,
  unreadNotifications,
  viewMail,
} from './modules/notifications/index.ts'
import * as organisations from './modules/organisation-accounts/index.ts'
import { getPreferences, setPreferences } from './modules/preferences/index.ts'
import { chooseProfile, listProfiles } from './modules/profiles/index.ts'
import { addRelation, endRelation, entriesAbout, relatable, relationsOf } from './modules/relations/index.ts'
import {
  deleteSavedView,
  listSavedViews,
  renameSavedView,
  restoreSavedView,
  saveView,
  sharingRoles,
} from './modules/saved-views/index.ts'
import {
  endOrganisation,
  identityForm,
  importOrganisations,
  listOrganisations,
  saveIdentity,
} from './modules/people/index.ts'
import { changeBody, changeLogo, openLogo, removeLogo, showBody } from './modules/settings/index.ts'
import * as adjustments from './modules/adjustments/index.ts'
import { helpBeside, helpPageOf, listHelp } from './modules/help/index.ts'
import * as setUp from './modules/set-up/index.ts'
import { importTerritories } from './modules/territories/index.ts'
import { listTasks, tasksOf } from './modules/tasks/index.ts'
import {
  editForm,
  listOwnEntries,
  listViews,
  offersFor,
  openView,
  searchOffers,
  transitionForm,
  viewNeighbours,
} from './modules/views/index.ts'
import { sendLinkMail } from './platform-mails.ts'

/** For whom services are made: who acts, in which browser. */
export type ServiceScope = {
  readonly context: Context
  readonly accounts: accounts.Accounts
  readonly client: accounts.Client
  readonly caller: accounts.Caller
  /** Value of the cookie that keeps somebody's drafts together without an account. */
  readonly visitor: filing.Visitor
}

/**
 * Everything a page may ask for and do, under the rights of one actor: the use cases of the modules with their first
 * arguments given. The same functions serve the REST API.
 */
export function createServices(scope: ServiceScope): Services {
  return {
    ...servicesOf(scope),
    actingAs: (actor) => createServices({ ...scope, context: actingAs(scope.context, actor) }),
    rememberedAs: (visitor) => createServices({ ...scope, visitor }),
  }
}

export type Services = ReturnType<typeof servicesOf> & {
  /** The same services for somebody else: the bearer of a link, who never is the person signed in. */
  readonly actingAs: (actor: Actor) => Services
  /** The same services for a browser that is being given its cookie with this answer. */
  readonly rememberedAs: (visitor: string) => Services
}

function servicesOf(scope: ServiceScope) {
  const { context, client, visitor, caller } = scope
  return {
    catalogue: given([context], { listProcedures, sheetOf }),
    help: given([context], { listHelp, helpPageOf, helpBeside }),
    counter: given([context], {
      counterProcedures: filing.counterProcedures,
      startForSomeone: filing.startForSomeone,
    }),
    filing: given([withoutRoles(context), visitor], {
      startDraft: filing.startDraft,
      draftOf: filing.draftOf,
      listDrafts: filing.listDrafts,
      draftPage: filing.draftPage,
      savePage: filing.savePage,
      keepPage: filing.keepPage,
      sendDraftLink: filing.sendDraftLink,
      openDraftLink: filing.openDraftLink,
      uploadToDraft: filing.uploadToDraft,
      openDraftFile: filing.openDraftFile,
      openDraftThumbnail: filing.openDraftThumbnail,
      reviewDraft: filing.reviewDraft,
      submitDraft: filing.submitDraft,
      filedDraft: filing.filedDraft,
      followFiled: filing.followFiled,
      deleteDraft: filing.deleteDraft,
      claimDrafts: filing.claimDrafts,
    }),
    entries: given([context], {
      viewEntry,
      entryGuide,
      entryHistory,
      publicReason,
      listEntries,
      countEntries,
      createEntry,
      changeEntry,
      takeTransition,
      deleteEntry,
    }),
    approvals: given([context], {
      listChangeRequests: approvals.listChangeRequests,
      decideChange: approvals.decideChange,
      withdrawChange: approvals.withdrawChange,
      listChangesToDecide: approvals.listChangesToDecide,
      countChangesToDecide: approvals.countChangesToDecide,
    }),
    explanations: given([context], { explainAccess, explainChoices, whoSees, listSensitiveReads }),
    views: given([context], {
      listViews,
      openView,
      viewNeighbours,
      listOwnEntries,
      transitionForm,
      editForm,
      offersFor,
      searchOffers,
    }),
    preferences: given([context], { getPreferences, setPreferences }),
    savedViews: given([context], {
      saveView,
      listSavedViews,
      sharingRoles,
      renameSavedView,
      deleteSavedView,
      restoreSavedView,
    }),
    bulk: given([context], { prepareBulk, startBulk, viewBulk, undoBulk }),
    dashboards: given([context], { listDashboards, openDashboard }),
    messages: given([context], { listMessages, postMessage, listNotes, addNote, noteChoices }),
    clocks: given([context], { entryClock, entryReceipt }),
    documents: given([context], {
      listEntryFiles,
      openAttachment,
      openThumbnail,
      depositFile,
      attachFile,
      removeFile,
      restoreFile,
    }),
    tasks: given([context], { listTasks, tasksOf }),
    notifications: given([context], { listNotifications, unreadNotifications, markRead }),
    outbox: given([context], { listMails, viewMail, resendMail }),
    runs: given([context], { listRuns, resumeRun, replayRun }),
    links: {
      ...given([context], { openLink, listLinks, linkOverview, revokeLink }),
      sendFromOverview: (opened: OpenedLink, linkId: string) =>
        sendFromOverview(context, opened, linkId, sendLinkMail(context)),
      /** The link whose session this browser has, under the path of that link. */
      resumeLink: (linkId: string) => resumeLink(context, { linkId, headers: client.headers }),
      renewLink: (token: string) => renewLink(context, token, sendLinkMail(context)),
      sendLinkAgain: (typed: { number: string; email: string }) =>
        sendLinkAgain(context, typed, sendLinkMail(context)),
    },
    accounts: {
      ...given([scope.accounts, client], {
        signIn: accounts.signIn,
        signOut: accounts.signOut,
        requestEmailLink: accounts.requestEmailLink,
        useEmailLink: accounts.useEmailLink,
        requestPasswordReset: accounts.requestPasswordReset,
        createAccount: accounts.createAccount,
        confirmAccount: accounts.confirmAccount,
        resetPassword: accounts.resetPassword,
        secondFactorPage: accounts.secondFactorPage,
        completeSignIn: accounts.completeSignIn,
        signInByPasskey: accounts.signInByPasskey,
      }),
      ...given([scope.accounts], {
        isTokenGood: accounts.isTokenGood,
        passkeySignInRequest: accounts.passkeySignInRequest,
      }),
    },
    /** What only the owner of an account sees and changes. */
    security: {
      ...given([scope.accounts, caller], {
        securityOverview: accounts.securityOverview,
        ownLog: accounts.ownLog,
        confirmationPage: accounts.confirmationPage,
        offerCodeApp: accounts.offerCodeApp,
        passkeyCreation: accounts.passkeyCreation,
        listOwnKeys: accounts.listOwnKeys,
        keepLanguage: accounts.keepLanguage,
        hasFreshProof: accounts.hasFreshProof,
        actingTarget: accounts.actingTarget,
      }),
      ...given([scope.accounts, client, caller], {
        confirmByPassword: accounts.confirmByPassword,
        confirmByFactor: accounts.confirmByFactor,
        changePassword: accounts.changePassword,
        confirmCodeApp: accounts.confirmCodeApp,
        removeCodeApp: accounts.removeCodeApp,
        addPasskey: accounts.addPasskey,
        removePasskey: accounts.removePasskey,
        renewRecoveryCodes: accounts.renewRecoveryCodes,
        endOwnSession: accounts.endOwnSession,
        endOtherSessions: accounts.endOtherSessions,
        forgetDevices: accounts.forgetDevices,
        makeOwnKey: accounts.makeOwnKey,
        revokeOwnKey: accounts.revokeOwnKey,
        actAs: accounts.actAs,
        stopActingAs: accounts.stopActingAs,
      }),
    },
    relations: given([context], { relationsOf, entriesAbout, relatable, addRelation, endRelation }),
    organisation: {
      ...given([context], {
        myOrganisations: organisations.myOrganisations,
        listMembers: organisations.listMembers,
        withdrawMember: organisations.withdrawMember,
      }),
      ...given([context, scope.accounts], {
        inviteMember: organisations.inviteMember,
        inviteMemberAgain: organisations.inviteMemberAgain,
      }),
    },
    profiles: {
      ...given([context], { listProfiles }),
      ...given([context, scope.accounts, client], { chooseProfile }),
    },
    identityProviders: {
      offeredProviders: () => identityProviders.offeredProviders(context),
      ...given([context, client], {
        beginSignIn: identityProviders.beginSignIn,
        beginLink: identityProviders.beginLink,
      }),
      ...given([context, scope.accounts, client], {
        endSignIn: identityProviders.endSignIn,
        endAtProvider: identityProviders.endAtProvider,
      }),
      ...given([context], {
        ownIdentities: identityProviders.ownIdentities,
        unlinkIdentity: identityProviders.unlinkIdentity,
        listManagedProviders: identityProviders.listManagedProviders,
        viewProvider: identityProviders.viewProvider,
        addProvider: identityProviders.addProvider,
        saveProvider: identityProviders.saveProvider,
        tryIssuer: identityProviders.tryIssuer,
        readMetadata: identityProviders.readMetadata,
      }),
    },
    settings: given([context], { showBody, changeBody, changeLogo, removeLogo, openLogo }),
    directory: given([context], {
      listOrganisations,
      endOrganisation,
      importOrganisations,
      importTerritories,
      identityForm,
      saveIdentity,
    }),
    agents: {
      ...given([context], {
        listAgents: setUp.listAgents,
        findAgent: setUp.findAgent,
        listRoles: setUp.listRoles,
        addRole: setUp.addRole,
        endMembership: setUp.endMembership,
        listPending: setUp.listPending,
        decidePending: setUp.decidePending,
        listRightsChanges: setUp.listRightsChanges,
      }),
      ...given([context, scope.accounts], {
        inviteAgent: setUp.inviteAgent,
        inviteAgain: setUp.inviteAgain,
      }),
    },
    adjustments: given([context], {
      listAdjustableProcedures: adjustments.listAdjustableProcedures,
      adjustProcedure: adjustments.adjustProcedure,
      viewRegime: adjustments.viewRegime,
      adoptRegime: adjustments.adoptRegime,
      listTemplates: adjustments.listTemplates,
      viewTemplate: adjustments.viewTemplate,
      adjustTemplate: adjustments.adjustTemplate,
      returnToOriginal: adjustments.returnToOriginal,
      previewTemplate: adjustments.previewTemplate,
      sendTest: adjustments.sendTest,
      listAdjustments: adjustments.listAdjustments,
      restoreAdjustments: adjustments.restoreAdjustments,
    }),
    setUp: {
      ...given([context], {
        awaitsAdministrator: setUp.awaitsAdministrator,
        setUpProgress: setUp.setUpProgress,
      }),
      ...given([scope.accounts], { createFirstAdministrator: setUp.createFirstAdministrator }),
    },
    hasVisitor: visitor !== undefined,
    newVisitor: filing.newVisitor,
    visitorCookie: (fresh: string) => filing.visitorCookie(context, fresh),
    renewDraftLink: (token: string) => filing.renewDraftLink(context, token),
  }
}

/**
 * The same person as a member of the public: who files a request does so for themselves, whatever their functions
 * elsewhere. What an agent may do for an applicant has its own door.
 */
function withoutRoles(context: Context): Context {
  const { actor } = context
  if (actor.kind !== 'person') return context
  const { profile, ...person } = actor
  // An organisation in which they hold nothing any more is not one they file for.
  const kept = profile?.kind === 'organisation' && person.roles.length === 0 ? undefined : profile
  return actingAs(context, { ...person, roles: [], ...(kept && { profile: kept }) })
}

/** Functions whose first arguments are known. */
type Given<First extends readonly unknown[], Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (
    ...all: [...First, ...infer Rest]
  ) => infer Result
    ? (...rest: Rest) => Result
    : never
}

function given<const First extends readonly unknown[], Functions extends object>(
  first: First,
  functions: Functions,
): Given<First, Functions> {
  const bound = Object.entries(functions).map(([name, use]) => [
    name,
    (...rest: unknown[]) => (use as (...all: unknown[]) => unknown)(...first, ...rest),
  ])
  // Each function keeps its name and loses its first arguments: what `Given` says.
  return Object.fromEntries(bound) as Given<First, Functions>
}
