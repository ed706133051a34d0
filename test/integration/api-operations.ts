import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATH_METADATA } from '@nestjs/common/constants';
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from '@tonghu/backend/app';
import { ACCESS_RULE, type AccessRule, PERMISSIONS } from '@tonghu/backend/support/access';

/** The part of a JSON schema that the document of this API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly nullable?: boolean;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Below /api/v1, with {id}. */
  readonly path: string;
  readonly body: Schema | undefined;
  /** Undefined: nobody needs to sign in. */
  readonly roles: readonly string[] | undefined;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const DOCUMENT = join(__dirname, '../../backend/openapi.json');

/**
 * Every operation of the OpenAPI document with who may call it, read from the running routes. Schemas come from the stored
 * document: only the compiler that builds the product writes them. Throws when document and running routes differ.
 */
export function operationsOf(app: INestApplication): Operation[] {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenAPIObject;
  const [stored, running] = [pathsOf(document), pathsOf(openApiDocument(app))];
  if (stored !== running) throw new Error('backend/openapi.json is not current: npm run api:types');
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const rules = accessRules(app);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const id = operation.operationId ?? '';
      const content = (operation.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined)
        ?.content;
      const body = content?.['application/json']?.schema;
      const rule = rules.get(id);
      const roles =
        rule !== undefined && 'permission' in rule
          ? (PERMISSIONS[rule.permission] as readonly string[])
          : undefined;
      return [
        {
          id,
          method: method.toUpperCase(),
          path: path.replace('/api/v1', ''),
          body: body && resolve(body, schemas),
          roles,
        },
      ];
    }),
  );
}

function pathsOf({ paths }: OpenAPIObject): string {
  return Object.entries(paths)
    .flatMap(([path, item]) => METHODS.filter((method) => item[method]).map((method) => `${method} ${path}`))
    .sort()
    .join('\n');
}

/** The schema with every reference replaced by what it names. */
function resolve(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  if (schema.$ref !== undefined) return resolve(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  return {
    ...schema,
    ...(schema.items ? { items: resolve(schema.items, schemas) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, property]) => [name, resolve(property, schemas)]),
          ),
        }
      : {}),
  };
}

function accessRules(app: INestApplication): Map<string, AccessRule | undefined> {
  const { container } = app as unknown as {
    container: { getModules(): Map<string, { controllers: Map<unknown, { instance: object }> }> };
  };
  const controllers = [...container.getModules().values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return new Map(
    controllers.flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return Object.getOwnPropertyNames(prototype)
        .map((method) => [method, prototype[method]] as const)
        .filter(([, handler]) => handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler))
        .map(([method, handler]): [string, AccessRule | undefined] => [
          `${instance.constructor.name.replace(/Controller$/, '')}_${method}`,
          Reflect.getMetadata(ACCESS_RULE, handler ?? {}) as AccessRule | undefined,
        ]);
    }),
  );
}
