/** What this browser remembers from one visit to the next; nothing where it is not allowed to. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`rondo.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`rondo.${key}`, value)
  } catch {
    // A browser that remembers nothing asks again next time.
  }
}
