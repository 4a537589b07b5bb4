/** What a probe's Job said, read with the distrust its pod deserves. */
@NullMarked
package dev.berth.deploy.probe;

import org.jspecify.annotations.NullMarked;
