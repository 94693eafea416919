/** Knows roles, users and rights: provisions the handbook's job titles, guards every endpoint. */
package dev.kefu.organisation;
