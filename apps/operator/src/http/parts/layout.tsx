import type { ComponentChildren } from 'preact'
import { assetUrl } from '../assets.ts'
import { isAllowed, type Who } from '../who/who.ts'
import { FormToken } from './form.tsx'

type Props = Readonly<{
  title: string
  who: Who | null
  /** The section of the console that this page belongs to, by its address. */
  section?: string
  /** Asked for again every few seconds; what has changed is shown without a reload. */
  isLive?: boolean
  children: ComponentChildren
}>

const SECTIONS = [
  { url: '/', name: 'Overview', allow: 'viewer' },
  { url: '/orders', name: 'Orders', allow: 'viewer' },
  { url: '/events', name: 'Events', allow: 'viewer' },
  { url: '/failures', name: 'Failures', allow: 'viewer' },
  { url: '/letters', name: 'Letters', allow: 'viewer' },
  { url: '/replays', name: 'Replays', allow: 'viewer' },
  { url: '/gaps', name: 'Gaps', allow: 'viewer' },
  { url: '/queues', name: 'Queues', allow: 'operator' },
  { url: '/doctor', name: 'Doctor', allow: 'operator' },
  { url: '/api', name: 'API', allow: 'viewer' }
] as const

/** A whole page of the console. */
export const Layout = ({ title, who, section, isLive = false, children }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · paidonce`}</title>
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('console.css')} />
      <script type="module" src={assetUrl('console.js')} />
    </head>
    <body data-live={isLive ? '' : undefined}>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="top">
        <a class="brand" href="/">
          <img src={assetUrl('icon.svg')} alt="" width="22" height="22" /> paidonce
        </a>
        {who && <Sections who={who} section={section} />}
        {who && <SignedIn who={who} />}
      </header>
      <main id="main" tabindex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
)

const Sections = ({ who, section }: Readonly<{ who: Who; section: string | undefined }>) => (
  <nav aria-label="Sections">
    {SECTIONS.filter(({ allow }) => isAllowed(allow, who)).map(({ url, name }) => (
      <a key={url} href={url} aria-current={url === section ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
)

const SignedIn = ({ who }: Readonly<{ who: Who }>) => (
  <form class="signed-in" method="post" action="/sign-out">
    <FormToken who={who} />
    <span>
      {who.name} <small>{who.role}</small>
    </span>
    <button class="quiet" type="submit">
      Sign out
    </button>
  </form>
)
