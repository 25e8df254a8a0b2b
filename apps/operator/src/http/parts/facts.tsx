import type { ComponentChildren } from 'preact'

/** What is known of one thing: names and values. */
export const Facts = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <dl class="facts">{children}</dl>
)

export const Fact = ({ name, children }: Readonly<{ name: string; children: ComponentChildren }>) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
