/** npm repeats every script that it runs in two lines of its own; they say nothing of paidonce. */
export const withoutNpmsWords = (command: string): string => command.replace(/^npm /, 'npm --silent ')
