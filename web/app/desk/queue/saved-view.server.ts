// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import { data, redirect, type RouterContextProvider } from 'react-router'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'
import { askedOf, readViewAddress } from '../view-address.ts'
import { savedPath } from './saved-path.ts'

interface Acting {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly request: Request
  readonly solution: string
  readonly view: string
}

/** Why a view could not be kept, at its name. */
export interface SaveRefused {
  readonly problem: string
}

/** Keeps the view that the address shows, renames one, deletes one, or brings it back: told apart by the button. */
export async function actOnSavedView({ services, context, request, solution, view }: Acting) {
  const form = await readPlainForm(request)
  const one = (name: string) => form[name]?.[0] ?? ''
  const id = one('vue')
  const base = `/bureau/${solution}/${view}`
  switch (one('acte')) {
    case 'enregistrer': {
      const role = one('pour')
      try {
        const saved = await services.savedViews.saveView({
          solution,
          view,
          title: one('titre'),
          asked: askedOf(readViewAddress(request.url)),
          ...(role !== '' && { role }),
        })
        return redirect(await pathOf(services, saved.id, base, 'vue-enregistree'))
      } catch (error) {
        const { problems, detail } = refusalOf(context, error)
        return data<SaveRefused>({ problem: problems[0]?.text ?? detail }, { status: 422 })
      }
    }
    case 'renommer':
      await services.savedViews.renameSavedView({ id, title: one('titre') })
      return redirect(await pathOf(services, id, base, 'vue-enregistree'))
    case 'supprimer':
      await services.savedViews.deleteSavedView(id)
      return redirect(`${base}?fait=vue-supprimee&supprimee=${id}`)
    default:
      await services.savedViews.restoreSavedView(id)
      return redirect(await pathOf(services, id, base, 'vue-retablie'))
  }
}

async function pathOf(services: Services, id: string, base: string, done: string): Promise<string> {
  const saved = (await services.savedViews.listSavedViews()).find((one) => one.id === id)
  return saved ? `${savedPath(saved)}&fait=${done}` : base
}
