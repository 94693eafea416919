/** Says who may read what belongs to a case. */
package dev.kefu.document.access;
