/** How the department governs itself: approvals, expense claims. */
package dev.kefu.governance;
