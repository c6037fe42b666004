import type { Block, TableBlock } from '@slack/types'
import { cut } from './blocks.ts'

/** Slack's native chart; not in the types of the package yet. Messages only, at most two in one. */
interface DataVisualizationBlock extends Block {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'line'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; y_label?: string }
  }
}

export interface Line {
  name: string
  /** One for each category. */
  values: readonly number[]
}

/** What Slack draws at most. */
export const mostPoints = 20

/**
 * Lines over the same categories, which are all different.
 * @param categories at most 20, in order, each with a value in every line @param title 50 characters
 */
export function lineChart(
  title: string,
  categories: readonly string[],
  lines: readonly Line[],
  yLabel?: string,
): DataVisualizationBlock {
  return {
    type: 'data_visualization',
    title: cut(title, 50),
    chart: {
      type: 'line',
      series: lines.map(({ name, values }) => ({
        name: cut(name, 20),
        data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
      })),
      axis_config: { categories: [...categories], ...(yLabel ? { y_label: cut(yLabel, 50) } : {}) },
    },
  }
}

/** Where Slack does not know charts yet, the table beside it says the same. */
export const isChart = ({ type }: Block): boolean => type === 'data_visualization'

/** @param rows the first is the heading; all of one length */
export function textTable(rows: readonly (readonly string[])[]): TableBlock {
  return {
    type: 'table',
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text: text || '–' }))),
  }
}
