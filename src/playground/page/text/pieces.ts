/** Text with mark-up after reading it: what Slack's mark-up and Markdown have in common. */

export type Style = 'bold' | 'italic' | 'strike' | 'code'

/** What a reference stands for; `label` is what the writer put in for those who do not know the id. */
export type Reference =
  | { is: 'user' | 'channel' | 'group'; id: string; label: string }
  | { is: 'broadcast'; range: string }
  | { is: 'date'; seconds: number; form: string; address?: string | undefined; fallback: string }

export type Inline =
  | { is: 'text'; text: string }
  | { is: 'emoji'; name: string }
  | { is: 'styled'; style: Style; inner: Inline[] }
  | { is: 'link'; address: string; inner: Inline[] }
  | Reference

export type Align = 'left' | 'center' | 'right'

export interface Item {
  inner: Inline[]
  /** Of a task list. */
  done?: boolean | undefined
  below: Piece[]
}

export type Piece =
  | { is: 'paragraph'; inner: Inline[] }
  | { is: 'heading'; level: number; inner: Inline[] }
  | { is: 'quote'; inner: Piece[] }
  | { is: 'code'; inner: Inline[] }
  | { is: 'list'; ordered: boolean; start: number; items: Item[] }
  | { is: 'rule' }
  | { is: 'table'; aligns: (Align | undefined)[]; head: Inline[][]; rows: Inline[][][] }
