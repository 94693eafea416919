/** Writes what happened to an append-only, sealed record: operations, deployments, logins, exports, reads of classified data. */
package dev.kefu.audit;
