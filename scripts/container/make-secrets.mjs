import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

// What only this installation may know: made once, kept in a volume, never in a file of the project.
// A signing secret of your Stripe endpoint takes the place of the made one, which only serves for trying things out.

const [folder] = process.argv.slice(2)
const secret = () => randomBytes(24).toString('hex')
const password = secret()

keep('postgres_password', password)
keep('database_url', `postgres://paidonce:${password}@postgres:5432/paidonce`)
keep('webhook_secret', `whsec_${secret()}`)

function keep(name, value) {
  try {
    writeFileSync(join(folder, name), value, { flag: 'wx', mode: 0o444 })
    process.stdout.write(`made ${name}\n`)
  } catch (err) {
    if (err.code !== 'EEXIST') throw err
  }
}
