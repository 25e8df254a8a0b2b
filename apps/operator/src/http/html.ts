import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToStringAsync } from 'preact-render-to-string'

/** Sends a whole page. What is between the tags is text, whoever wrote it. */
export async function sendPage(reply: FastifyReply, page: VNode): Promise<FastifyReply> {
  const html = await renderToStringAsync(page)
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${html}`)
}
