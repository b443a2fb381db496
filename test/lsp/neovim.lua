-- What test/lsp/neovim.test.ts has Neovim do, after docs/editors.md is its init.lua. Writes what it saw to $SEEN.

local seen = {}

local function wait(what, condition)
  if not vim.wait(30000, condition, 10) then
    error('timed out waiting for ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function move_to(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search(pattern) > 0, pattern)
end

-- Chooses the entry that begins with a text from any list that is shown.
local function choose(beginning)
  vim.ui.select = function(items, options, on_choice)
    for _, item in ipairs(items) do
      local label = options.format_item and options.format_item(item) or tostring(item)
      if label:find(beginning, 1, true) then
        return on_choice(item)
      end
    end
    error('no entry ' .. beginning .. ' in ' .. vim.inspect(items))
  end
end

-- The text of the floating window, which is closed again.
local function floating_text(what)
  local found
  wait(what, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        found = window
      end
    end
    return found
  end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(found), 0, -1, false)
  vim.api.nvim_win_close(found, true)
  return table.concat(lines, '\n')
end

local function run_lens(title)
  choose(title)
  move_to('Response')
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.lsp.codelens.run()
end

local function drive()
  vim.cmd('edit ' .. vim.env.FAILURE)
  wait('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.diagnostics = vim.tbl_map(function(diagnostic)
    return { diagnostic.code, diagnostic.lnum, diagnostic.col, diagnostic.message }
  end, vim.diagnostic.get(0))

  move_to('SignatureFailure')
  vim.lsp.buf.hover()
  seen.hover = floating_text('the hover')

  vim.lsp.codelens.refresh()
  wait('lenses', function()
    return #vim.lsp.codelens.get(0) > 0
  end)
  seen.lenses = vim.tbl_map(function(lens)
    return lens.command.title
  end, vim.lsp.codelens.get(0))
  run_lens('Signature error')
  seen.explanation = floating_text('the explanation')
  run_lens('Copy Support Ticket')
  wait('the ticket', function()
    return vim.g.copied
  end)
  seen.ticket = vim.g.copied

  move_to('requestId')
  choose('Rename')
  local before = text()
  vim.lsp.buf.code_action()
  wait('the quick fix', function()
    return text() ~= before
  end)
  seen.fixed = text()
  wait('no diagnostics', function()
    return #vim.diagnostic.get(0) == 0
  end)
end

-- A machine without a screen has no clipboard.
vim.cmd([[
  let g:clipboard = {
    \ 'name': 'test',
    \ 'copy': { '+': { lines -> extend(g:, { 'copied': join(lines, "\n") }) }, '*': { -> 0 } },
    \ 'paste': { '+': { -> [] }, '*': { -> [] } },
    \ }
]])
local ok, problem = pcall(drive)
seen.problem = not ok and problem or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
