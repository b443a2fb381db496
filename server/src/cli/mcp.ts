/** The entry of `dist/mcp.js`. It is a bundle of its own so that no other command loads the SDK of MCP. */
export { serve } from './modelContext/serve';
