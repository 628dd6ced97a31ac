import {
  buildASTSchema,
  isInputObjectType,
  isNonNullType,
  isListType,
  isEnumType,
  getNamedType,
  isLeafType,
  parse,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { readTypeDefinitions } from '#server/graphql/schema.ts';

const schema = buildASTSchema(parse(readTypeDefinitions().join('\n')));

/** The smallest valid operation for a root field such as `Mutation.sendReply`, with made-up arguments. */
export function smallestOperation(operation: string): string {
  const [typeName = '', fieldName = ''] = operation.split('.');
  const type = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].find(
    (root) => root?.name === typeName,
  );
  const field = type?.getFields()[fieldName];
  if (field === undefined) throw new Error(`no field ${operation}`);
  const args = field.args
    .filter((argument) => isNonNullType(argument.type))
    .map((argument) => `${argument.name}: ${literalOf(argument.type)}`);
  const call = args.length === 0 ? fieldName : `${fieldName}(${args.join(', ')})`;
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${typeName.toLowerCase()} { ${call}${selection} }`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')}}`;
  }
  const literals: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    Milliseconds: '60000',
    DateTime: '"2026-03-01T00:00:00.000Z"',
  };
  return literals[type.name] ?? '"x"';
}
