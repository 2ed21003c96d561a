// SPDX-License-Identifier: MIT
import { acceptedTypes, maxSizeMb } from '@guichet/engine'
import { m } from '../../paraglide/messages.js'
import { Button } from '../Button.tsx'
import { Icon } from '../icons/Icon.tsx'
import { inLanguage } from '../language.ts'
import { ModelLink } from '../ModelLink.tsx'
import { StateBadge } from '../StateBadge.tsx'
import {
  describedBy,
  inputId,
  valuesAt,
  type EditorProps,
  type FieldOf,
  type UploadedFile,
} from './form-state.ts'
import { Frame } from './Frame.tsx'

/** Files allowed when a field sets no limit, as the engine decides. */
const usualMaxCount = 10

/**
 * Files received so far, each with its button to take it away, and an input for more.
 *
 * Received files travel as hidden inputs of their ids: nothing is sent twice when another answer is wrong.
 */
export function FilesEditor({ field, name, form }: EditorProps<FieldOf<'file' | 'files'>>) {
  const max = field.type === 'file' ? 1 : (field.maxCount ?? usualMaxCount)
  const received = valuesAt(form, name).flatMap((id) => form.files[id] ?? [])
  const types = acceptedTypes(field)
  const left = max - received.length
  return (
    <Frame field={field} name={name} form={form} note={max > 1 ? m.field_files_max({ max }) : undefined}>
      <div data-upload={form.uploadTo} data-undo={m.field_file_undo()} data-removed={m.field_file_removed()}>
        {field.model && <ModelLink label={inLanguage(field.model.label)} url={field.model.url} />}
        <ul className="ups">
          {received.map((file) => (
            <Received key={file.id} file={file} name={name} />
          ))}
        </ul>
        {form.uploadTo !== undefined && <SendingRow />}
        {left > 0 && (
          <>
            <p className="hint" id={`${inputId(name)}-limits`}>
              {m.field_files_limits({ kinds: kindWords(field), size: maxSizeMb(field) })}
            </p>
            <input
              className="input"
              type="file"
              id={inputId(name)}
              name={name}
              multiple={left > 1}
              accept={types.length > 0 ? types.join(',') : undefined}
              aria-invalid={form.problems[name] ? true : undefined}
              aria-describedby={[describedBy(field, name, form), `${inputId(name)}-limits`]
                .filter(Boolean)
                .join(' ')}
            />
            {takesPhotos(field) && <CameraInput name={name} />}
          </>
        )}
      </div>
    </Frame>
  )
}

const takesPhotos = (field: FieldOf<'file' | 'files'>): boolean =>
  (field.accept ?? ['pdf', 'image', 'word']).some((kind) => kind === 'image' || kind === 'any')

/** Opens the camera of a telephone; shown there only (`pointer: coarse`). */
function CameraInput({ name }: { name: string }) {
  return (
    <label className="btn btn--secondary camera">
      <Icon name="camera" />
      {m.field_file_camera()}
      <input className="vh" type="file" name={name} accept="image/*" capture="environment" />
    </label>
  )
}

/** The row of a file on its way, for the script that sends it: see `islands/upload.ts`. */
function SendingRow() {
  return (
    <template>
      <li data-failed={m.field_file_failed()} data-dismiss={m.field_file_remove()}>
        <span className="ph">
          <Icon name="file" size="lg" />
        </span>
        <div className="grow">
          <b />
          <progress className="bar" max="100" value="0" aria-label={m.field_file_sending()} />
          <output className="state">{m.field_file_sending()}</output>
        </div>
        <button type="button" className="btn btn--quiet">
          <Icon name="x" />
          {m.field_file_cancel()}
        </button>
      </li>
    </template>
  )
}

function Received({ file, name }: { file: UploadedFile; name: string }) {
  return (
    <li>
      <input type="hidden" name={name} defaultValue={file.id} />
      {file.isImage ? (
        <img src={file.thumb} alt="" width="84" height="63" />
      ) : (
        <span className="ph">
          <Icon name="file" size="lg" />
        </span>
      )}
      <div className="grow">
        <b>{file.name}</b>
        <span className="muted">{file.size}</span>
        <StateBadge state={{ label: m.field_file_added(), tone: 'ok', icon: 'circle-check-filled' }} />
      </div>
      <Button look="quiet" icon="trash" name="_remove" value={`${name}.${file.id}`}>
        {m.field_file_remove()}
        <span className="vh"> {file.name}</span>
      </Button>
    </li>
  )
}

function kindWords(field: FieldOf<'file' | 'files'>): string {
  const words = {
    pdf: 'PDF',
    image: m.field_kind_image(),
    word: m.field_kind_word(),
    sheet: m.field_kind_sheet(),
    slides: m.field_kind_slides(),
    text: m.field_kind_text(),
    audio: m.field_kind_audio(),
    video: m.field_kind_video(),
    archive: 'ZIP',
    any: m.field_kind_any(),
  }
  const kinds = (field.accept ?? (['pdf', 'image', 'word'] as const)).map((kind) => words[kind]).join(', ')
  return kinds.charAt(0).toLocaleUpperCase() + kinds.slice(1)
}
