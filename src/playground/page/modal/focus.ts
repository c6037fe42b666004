const usable = ':is(input, textarea, select, button, a[href]):not([disabled], [tabindex="-1"])'

/** Where one begins in a form: where the app says, else at the first field, else at the first thing to use. */
export function firstOf(form: HTMLElement): HTMLElement | null {
  const places = ['.elements[data-first="true"]', '.elements[data-field="true"]', '.modal-body', '.modal-foot']
  for (const place of places) {
    for (const part of form.querySelectorAll<HTMLElement>(place)) {
      const found = usedIn(part)
      if (found) return found
    }
  }
  return form.querySelector<HTMLElement>(usable)
}

/** The first field in a block that something is wrong with, in reading order. */
export function firstWrong(form: HTMLElement, errors: Record<string, string>): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('.elements[data-block]')]
  const wrong = fields.find((field) => errors[field.dataset.block ?? ''] !== undefined)
  return wrong ? usedIn(wrong) : null
}

function usedIn(part: HTMLElement): HTMLElement | null {
  return (
    part.querySelector<HTMLElement>('[role="combobox"]') ??
    part.querySelector<HTMLElement>('input:checked') ??
    part.querySelector<HTMLElement>(usable)
  )
}
