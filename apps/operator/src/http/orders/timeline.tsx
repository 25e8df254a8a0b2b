import type { Happening } from '../../operations/order-timeline.ts'
import { When } from '../parts/when.tsx'

/** What happened, the oldest first. */
export const Timeline = ({ happenings }: Readonly<{ happenings: readonly Happening[] }>) => (
  <ol class="timeline" id="timeline" data-part>
    {happenings.map((happening, index) => (
      <Entry key={index} {...happening} />
    ))}
  </ol>
)

const Entry = ({ at, kind, title, details, event, letter, isBad }: Happening) => (
  <li class={isBad ? `${kind} bad` : kind}>
    <div class="what">
      <strong>{title}</strong>
      {at !== null && <When at={at} />}
    </div>
    {details.map(detail => (
      <p key={detail}>{detail}</p>
    ))}
    {event && (
      <p>
        <a href={`/events/${encodeURIComponent(event)}`}>{event}</a>
      </p>
    )}
    {letter && (
      <p>
        <a href={`/letters/${letter}`}>letter {letter}</a>
      </p>
    )}
  </li>
)
