// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import {
  describedBy,
  inputId,
  type OfferedEntry,
  valueAt,
  valuesAt,
  withoutPlaces,
  type EditorProps,
  type FieldOf,
} from './form-state.ts'
import { Frame, GroupFrame } from './Frame.tsx'
import { OffersSearch, useOffers } from './OffersSearch.tsx'

/** An entry of another collection, among those the person may name; searched when they are too many for a list. */
export function ReferenceEditor({ field, name, form }: EditorProps<FieldOf<'reference'>>) {
  const { offers, find } = useOffers(form, name)
  const isCrowded = form.crowded?.[withoutPlaces(name)] !== undefined
  return (
    <Frame field={field} name={name} form={form}>
      {isCrowded && <OffersSearch form={form} name={name} found={offers.length} find={find} />}
      <select
        className="input"
        id={inputId(name)}
        name={name}
        defaultValue={valueAt(form, name)}
        aria-required={field.required || undefined}
        aria-invalid={form.problems[name] ? true : undefined}
        aria-describedby={describedBy(field, name, form)}
      >
        <option value="">{m.field_choose()}</option>
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {offer.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** Several of them. */
export function ReferencesEditor({ field, name, form }: EditorProps<FieldOf<'references'>>) {
  const offers: readonly OfferedEntry[] = form.offers[withoutPlaces(name)] ?? []
  const chosen = valuesAt(form, name)
  return (
    <GroupFrame field={field} name={name} form={form}>
      {offers.map((offer, index) => (
        <label key={offer.id} className="check">
          <input
            type="checkbox"
            id={index === 0 ? inputId(name) : undefined}
            name={name}
            value={offer.id}
            defaultChecked={chosen.includes(offer.id)}
          />
          <span>{offer.label}</span>
        </label>
      ))}
    </GroupFrame>
  )
}
