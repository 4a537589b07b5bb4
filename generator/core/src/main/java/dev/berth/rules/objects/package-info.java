/** What rendered things must be, whoever wrote the templates: the last look before they count. */
@NullMarked
package dev.berth.rules.objects;

import org.jspecify.annotations.NullMarked;
