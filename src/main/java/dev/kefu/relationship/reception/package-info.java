/** Receptions of visiting customers: request, level, joint approval, arrangements, reception and settlement (P41). */
package dev.kefu.relationship.reception;
