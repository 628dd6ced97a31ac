import path from 'node:path';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const pascalCase = /^[A-Z][A-Za-z0-9]*$/;

/** File names: kebab-case; PascalCase for React components and object-type resolvers; a root-field resolver is named as its field. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { name: 'The file name "{{name}}" is not kebab-case (components: PascalCase).' },
  },
  create(context) {
    return {
      Program(node) {
        const base = path.basename(context.filename);
        const stem = base.split('.')[0] ?? base;
        const resolver = /[\\/]resolvers[\\/]/.test(context.filename);
        const component = base.endsWith('.tsx') || resolver;
        if (kebabCase.test(stem) || (component && pascalCase.test(stem)) || resolver) return;
        context.report({ node, messageId: 'name', data: { name: base } });
      },
    };
  },
};

/** The rules of this repository, as an ESLint plugin. */
export const own = { rules: { 'file-name': fileName } };
