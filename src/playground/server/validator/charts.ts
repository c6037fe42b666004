import { isJson, type Json, objects } from '../../json.ts'
import { misfit } from './checks.ts'
import { type Agreement, byType, type Fields, list, number, object, optional, required, string } from './rules.ts'

const label = () => string({ min: 1, max: 20 })

const seriesFollowCategories: Agreement<Json> = {
  name: 'labels equal to the categories',
  refusals: ({ series, axis_config }) => {
    const categories = JSON.stringify(isJson(axis_config) ? axis_config.categories : undefined)
    const strays = objects(series).map(
      ({ data }) => JSON.stringify(objects(data).map((one) => one.label)) !== categories,
    )
    return strays.flatMap((strays, at) =>
      strays ? [misfit(`/series/${at}/data`, 'labels must equal the categories, in order')] : [],
    )
  },
}

const point = object({ label: required(label()), value: required(number()) })
const segment = object({ label: required(label()), value: required(number({ above: 0 })) })
const series = object({ name: required(label()), data: required(list(point, { min: 1, max: 20 })) })
const plotted = object(
  {
    series: required(list(series, { min: 1, max: 6 })),
    axis_config: required(
      object({
        categories: required(list(label(), { min: 1, max: 20 })),
        x_label: optional(string({ max: 50 })),
        y_label: optional(string({ max: 50 })),
      }),
    ),
  },
  seriesFollowCategories,
)

export const chartFields: Fields = {
  title: required(string({ min: 1, max: 50 })),
  chart: required(
    byType({
      line: plotted,
      bar: plotted,
      area: plotted,
      pie: object({ segments: required(list(segment, { min: 1, max: 6 })) }),
    }),
  ),
}
