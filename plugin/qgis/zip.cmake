# cmake -P zip.cmake SOURCE_FOLDER ZIP: packs strikemap/ without caches, by names in order and with one time stamp, so that
# the same files give the same zip.
set(folder ${CMAKE_ARGV3})
set(zip ${CMAKE_ARGV4})
file(GLOB_RECURSE files RELATIVE ${folder} ${folder}/strikemap/*.py ${folder}/strikemap/*.svg ${folder}/strikemap/*.qm
     ${folder}/strikemap/metadata.txt ${folder}/strikemap/LICENSE)
list(SORT files)
file(REMOVE ${zip})
execute_process(COMMAND ${CMAKE_COMMAND} -E tar cf ${zip} --format=zip "--mtime=2024-01-01 00:00:00 UTC" ${files}
                WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${zip}: ${failed}")
endif()
