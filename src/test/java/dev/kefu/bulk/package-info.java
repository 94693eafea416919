/** Ten thousand generated complaints, worked to their ends through the gate. */
package dev.kefu.bulk;
