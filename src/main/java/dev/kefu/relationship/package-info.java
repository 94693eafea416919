/** Carries the relationship procedures of chapter 3: help, call-backs, visits, care. */
package dev.kefu.relationship;
