/** The called process approval: every approval of the handbook in one place. */
package dev.kefu.governance.approval;
