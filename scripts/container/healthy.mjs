// Whether the program in this container is ready, as an exit code.
const [, , url = `http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`] = process.argv
const { ok } = await fetch(url).catch(() => ({ ok: false }))
process.exitCode = ok ? 0 : 1
