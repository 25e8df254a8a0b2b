import { readFileSync } from 'node:fs'

// Loaded into a program before anything else (`node --import <this file>?<path of a file>`): its clock then shows what the
// machine's shows, and the milliseconds that stand in the file more. Timers keep running as they do when a clock is set.

const LOOK_EVERY_MS = 100
const file = decodeURIComponent(new URL(import.meta.url).search.slice(1))
const MachineDate = Date
let shiftMs = 0

class SteppedDate extends MachineDate {
  constructor(...parts: [] | [number | string]) {
    if (parts.length === 0) super(MachineDate.now() + shiftMs)
    else super(...parts)
  }

  static override now(): number {
    return MachineDate.now() + shiftMs
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(MachineDate, value)
  }
}

globalThis.Date = SteppedDate as DateConstructor

const look = () => {
  try {
    shiftMs = Number(readFileSync(file, 'utf8')) || 0
  } catch {
    shiftMs = 0
  }
}
look()
setInterval(look, LOOK_EVERY_MS).unref()
