// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Route } from './+types/offers.route'
import { services } from '../services.ts'

/** What a reference may name, found while an agent types: only what they may list. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams.get('q') ?? ''
  // An unknown collection is refused by the service.
  const to = params.collection as CollectionRef
  return Response.json(await services(context).views.searchOffers({ to, search }))
}
