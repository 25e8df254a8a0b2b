import pinoPretty from 'pino-pretty'

const info = 30
const warning = 40

export type LogView = Readonly<{
  /** Shows one line of an app's output: what is worth a look now, in one short line. */
  show(app: string, line: string): void
  /** From now on also what is merely of interest; before, and again after `quiet`, warnings and worse alone. */
  talk(): void
  quiet(): void
}>

type Level = NonNullable<NonNullable<pinoPretty.PrettyOptions['customPrettifiers']>['level']>

// The app's name instead of a level that says nothing; "WARN" and worse stand beside it.
const levelLabel: Level = (level, _key, log, { labelColorized }) => {
  const app = String((log as Fields).app).padEnd(6)
  return Number(level) < warning ? app : `${app} ${labelColorized}`
}

type Fields = Readonly<Record<string, unknown>>

/** Turns the JSON lines of several apps into one readable log. */
export function createLogView({
  write,
  color
}: Readonly<{ write(text: string): void; color: boolean }>): LogView {
  let level = warning
  const pretty = pinoPretty.prettyFactory({
    colorize: color,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,name',
    hideObject: true,
    customPrettifiers: { time: time => String(time), level: levelLabel },
    messageFormat: log => String(log.line)
  })
  return {
    show(app, line) {
      const fields = parse(line)
      // What is not a log line is a crash's last words; until all runs, the error will repeat them.
      if (fields === undefined && level === info) write(`         ${app.padEnd(6)}  ${printable(line)}\n`)
      if (fields === undefined || Number(fields.level) < level || fields.msg === 'ready') return
      write(pretty({ level: fields.level, time: fields.time, app, line: oneLine(fields) }))
    },
    talk() {
      level = info
    },
    quiet() {
      level = warning
    }
  }
}

/** The fields of a log line; undefined when it is something else. */
export function parse(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'level' in value ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

/** The message and then its fields as `name=value`. */
export function oneLine({ msg, ...fields }: Fields): string {
  const hidden = ['level', 'time', 'name', 'app', 'pid', 'hostname']
  const shown = Object.entries(fields).filter(
    ([name, value]) => !hidden.includes(name) && value !== undefined
  )
  return printable([String(msg ?? ''), ...shown.map(([name, value]) => `${name}=${plain(value)}`)].join('  '))
}

/** A line of an app as plain text: of a log line the message and fields. */
export function plainLine(line: string): string {
  const fields = parse(line)
  return fields === undefined ? printable(line) : oneLine(fields)
}

/** Takes away what would move the cursor or colour the terminal: a log may quote a stranger. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

// An error is logged as an object with a code and a text.
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { code, text, ...rest } = value as Fields
  return typeof text === 'string' && Object.keys(rest).length === 0
    ? `${code}: ${text}`
    : JSON.stringify(value)
}
