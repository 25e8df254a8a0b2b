// Whether the program in this container is ready, as an exit code.
const { ok } = await fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).catch(() => ({ ok: false }))
process.exitCode = ok ? 0 : 1
