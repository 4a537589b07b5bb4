/** Who can do what with what: one map across IAM, RBAC, network and secrets. */
@NullMarked
package dev.berth.access;

import org.jspecify.annotations.NullMarked;
