# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows, panels and pages: the only part of the plugin with widgets."""
