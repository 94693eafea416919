/**
 * Writes what happened to an append-only, sealed record: operations, deployments, logins, exports, reads of classified data.
 *
 * <p>In production the application's database user needs no more than INSERT and SELECT on {@code audit_entries} and {@code audit_seals};
 * DELETE is needed on {@code audit_salts} alone, to forget a person.
 */
package dev.kefu.audit;
