import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** Column decorators in the few types the schema uses; names are snake_cased by the naming strategy. */
export const Id = (): PropertyDecorator => PrimaryColumn('uuid');
export const Uuid = (options: ColumnOptions = {}): PropertyDecorator => Column('uuid', options);
export const Text = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);
export const TextArray = (): PropertyDecorator => Column('text', { array: true });
export const Int = (options: ColumnOptions = {}): PropertyDecorator => Column('integer', options);
export const Bool = (options: ColumnOptions = {}): PropertyDecorator => Column('boolean', options);
export const Instant = (options: ColumnOptions = {}): PropertyDecorator => Column('timestamptz', options);
export const LocalDate = (options: ColumnOptions = {}): PropertyDecorator => Column('date', options);
export const Json = (options: ColumnOptions = {}): PropertyDecorator => Column('jsonb', options);
/** Ciphertext of FieldCrypto, or a hash. */
export const Bytes = (options: ColumnOptions = {}): PropertyDecorator => Column('bytea', options);
