// SPDX-License-Identifier: MIT
import type { ASTNode } from '@marcbachmann/cel-js'

/** Names an expression may use: `true` when anything may follow, else the names that may follow after a dot. */
export type VariableShape = { readonly [name: string]: true | VariableShape }

export type UnknownName = { readonly name: string; readonly start: number; readonly end: number }

/** Macros that name their item: `files.map(file, file.name)`. */
const bindingMacros = new Set(['map', 'filter', 'all', 'exists', 'exists_one', 'bind'])

/** The first name of the expression that is not in the shape. */
export function unknownName(expression: ASTNode, shape: VariableShape): UnknownName | undefined {
  return look(expression, shape)
}

type Call = { readonly name: string; readonly start: number; readonly end: number }

/** Every function and method called in the expression. */
export function calledFunctions(expression: ASTNode): readonly Call[] {
  const { start, end } = expression
  switch (expression.op) {
    case 'value':
    case 'id':
      return []
    case 'call':
      return [{ name: expression.args[0], start, end }, ...expression.args[1].flatMap(calledFunctions)]
    case 'rcall': {
      const [name, receiver, args] = expression.args
      return [{ name, start, end }, ...[receiver, ...args].flatMap(calledFunctions)]
    }
    default:
      return childrenOf(expression).flatMap(calledFunctions)
  }
}

function look(node: ASTNode, shape: VariableShape): UnknownName | undefined {
  const chain = chainOf(node)
  if (chain) return chainProblem(chain, shape)
  switch (node.op) {
    case 'value':
      return undefined
    case 'call':
      return lookAll(node.args[1], shape)
    case 'rcall':
      return receiverCall(node.args[0], node.args[1], node.args[2], shape)
    case '.':
      return look(node.args[0], shape)
    default:
      return lookAll(childrenOf(node), shape)
  }
}

function receiverCall(name: string, receiver: ASTNode, args: readonly ASTNode[], shape: VariableShape) {
  const [bound, ...others] = args
  if (!bindingMacros.has(name) || bound?.op !== 'id') return lookAll([receiver, ...args], shape)
  return lookAll([receiver], { ...shape, cel: true }) ?? lookAll(others, { ...shape, [bound.args]: true })
}

function lookAll(nodes: readonly ASTNode[], shape: VariableShape): UnknownName | undefined {
  for (const node of nodes) {
    const unknown = look(node, shape)
    if (unknown) return unknown
  }
  return undefined
}

/** `entry.place.city` as its nodes, the first being the name it starts from; `undefined` for anything else. */
function chainOf(node: ASTNode): readonly { name: string; node: ASTNode }[] | undefined {
  if (node.op === 'id') return [{ name: node.args, node }]
  if (node.op !== '.') return undefined
  const before = chainOf(node.args[0])
  return before && [...before, { name: node.args[1], node }]
}

function chainProblem(
  chain: readonly { name: string; node: ASTNode }[],
  shape: VariableShape,
): UnknownName | undefined {
  let known: true | VariableShape | undefined = shape
  for (const [position, { name, node }] of chain.entries()) {
    if (known === true) return undefined
    known = Object.hasOwn(known, name) ? known[name] : undefined
    if (known === undefined) {
      const path = chain.slice(0, position + 1).map((step) => step.name)
      return { name: path.join('.'), start: node.start, end: node.end }
    }
  }
  return undefined
}

/** Nodes directly below: operands stand in `args`, alone, in a list, or in pairs. */
function childrenOf(node: ASTNode): readonly ASTNode[] {
  const args: unknown = node.args
  return (Array.isArray(args) ? args.flat() : [args]).filter(isNode)
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value
}
