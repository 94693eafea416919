/** Takes complaints from programs over HTTP: tokens per channel, a limit per channel, each reference of a sender once. */
package dev.kefu.complaint.intake;
