import type { Course } from '../../operations/overview/courses.ts'

type Props = Readonly<{ id: string; title: string; course: Course }>

const WIDTH = 600
const HEIGHT = 120
const AXIS = 18

/** Bars over time, drawn here: no script, no library. What it shows is also said in words. */
export const Chart = ({ id, title, course }: Props) => {
  const { counts, stepSeconds, endMs } = course
  const most = Math.max(...counts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const width = WIDTH / counts.length
  const startMs = endMs - counts.length * stepSeconds * 1_000
  return (
    <figure class="card chart" id={id} data-part>
      <figcaption>
        <strong>{title}</strong> <small>{inWords(total, most, stepSeconds)}</small>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`}
        role="img"
        aria-label={`${title}: ${inWords(total, most, stepSeconds)}`}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {counts.map((count, index) => {
          const height = most === 0 ? 0 : Math.max(count === 0 ? 0 : 2, (count / most) * (HEIGHT - 4))
          return (
            <rect
              key={index}
              x={round(index * width + width * 0.1)}
              y={round(HEIGHT - height)}
              width={round(width * 0.8)}
              height={round(height)}
            >
              <title>{`${clock(startMs + index * stepSeconds * 1_000)}: ${count}`}</title>
            </rect>
          )
        })}
        {[0, 1, 2, 3].map(quarter => (
          <text key={quarter} x={(quarter * WIDTH) / 4} y={HEIGHT + 14}>
            {clock(startMs + (quarter * (endMs - startMs)) / 4)}
          </text>
        ))}
      </svg>
    </figure>
  )
}

const inWords = (total: number, most: number, stepSeconds: number) =>
  total === 0
    ? 'no events'
    : `${total.toLocaleString('en')} events, at most ${most.toLocaleString('en')} in ${stepSeconds / 60 === 1 ? 'a minute' : `${stepSeconds / 60} minutes`}`

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16)
const round = (value: number) => Math.round(value * 10) / 10
