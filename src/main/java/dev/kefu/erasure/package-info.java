/** Makes a customer unrecognisable in place, in registers, the engine's tables, case files and attachments, after two persons have agreed to what a third one asked for. */
package dev.kefu.erasure;
