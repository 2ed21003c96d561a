// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'

/** A form to download and fill in, where it is published: outside, in a tab of its own. */
export function ModelLink({ label, url }: { label: string; url: string }) {
  return (
    <p className="model">
      <Icon name="download" size="sm" />{' '}
      <a href={url} target="_blank" rel="noopener noreferrer">
        {m.field_file_model({ label })}
        <span className="vh"> {m.field_file_model_tab()}</span>
      </a>
    </p>
  )
}
