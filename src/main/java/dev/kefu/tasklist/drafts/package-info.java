/** Keeps what people type into task forms before they hand them in: encrypted, for the person alone, as long as the task is theirs to complete. */
package dev.kefu.tasklist.drafts;
