/** Keeps what people submitted in classified fields. */
package dev.kefu.information.classified;
