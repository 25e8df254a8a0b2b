import type { Fact, FactKind, FactValues } from '../facts/fact.ts'

/** What the facts of one kind say. */
export const valuesOf = <Kind extends FactKind>(
  facts: readonly Fact[],
  kind: Kind
): readonly FactValues[Kind][] =>
  facts
    .filter((fact): fact is Fact & { value: FactValues[Kind] } => fact.kind === kind)
    .map(({ value }) => value)

/** The same of facts that are given already. */
export type ValuesOf = <Kind extends FactKind>(kind: Kind) => readonly FactValues[Kind][]
